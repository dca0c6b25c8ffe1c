// prettier-ignore
(()=>{function H(e){let{body:n}=e;return n?.kind==="multipart"?`${n.mediaType}; boundary=${M(n.parts)}`:e.headers.find(([t])=>t==="content-type")?.[1]}function f(e){let{headers:n,body:t}=e;return t?.kind!=="multipart"?n:[...n.filter(([o])=>o!=="content-type"),["content-type",H(e)??""]]}function d(e){let n=M(e),t=[],r="";for(let o of e)r+=`--${n}\r
${Oe(o)}\r
`,"text"in o.content?r+=o.content.text:(t.push({text:r},o.content),r=""),r+=`\r
`;return t.push({text:`${r}--${n}--\r
`}),t}function M(e){let n="specwright-boundary",t=({content:r})=>"text"in r&&r.text.includes(n);for(;e.some(t);)n+="-x";return n}function Oe(e){let{name:n,filename:t,contentType:r,headers:o={}}=e,i="";if(n!==void 0){let s=t===void 0?"":`; filename="${D(t)}"`;i+=`Content-Disposition: form-data; name="${D(n.replace(/\r\n?|\n/g,`\r
`))}"${s}\r
`}r!==void 0&&(i+=`Content-Type: ${r}\r
`);for(let[s,a]of Object.entries(o))i+=`${s}: ${a}\r
`;return i}function D(e){return e.replace(/["\r\n]/g,n=>encodeURIComponent(n))}function T(e){return e.name!==void 0&&e.headers===void 0&&/^[ \w.[\]-]+$/.test(e.name)&&/^[ \w.-]+$/.test(e.filename??"file")}var we=/\p{RI}\p{RI}|[0-9#*]\ufe0f?\u20e3|\p{Emoji}(?:\p{EMod}|\ufe0f\u20e3?|[\u{e0020}-\u{e007e}]+\u{e007f})?(?:\u200d\p{Emoji}(?:\p{EMod}|\ufe0f\u20e3?)?)*/gu,Te=[[4352,4447],[8986,8987],[9001,9002],[9193,9196],[9200,9200],[9203,9203],[11904,12350],[12353,13311],[13312,19903],[19968,42191],[43360,43391],[44032,55203],[63744,64255],[65040,65049],[65072,65135],[65281,65376],[65504,65510],[94176,101119],[110592,111359],[127488,127743],[131072,262141]];function E(e){if(/^[\u0020-\u007e]*$/.test(e))return e.length;let n=0;for(let t of e.replace(we,Ae)){let r=t.codePointAt(0);r<=31||r>=127&&r<=159||r>=768&&r<=879||(n+=Te.some(([o,i])=>r>=o&&r<=i)?2:1)}return n}function Ae(e){return/^[\u0000-\u00ff]$/.test(e)||Ee(e)?e:"  "}function Ee(e){return[...e].length===1&&!/^\p{Emoji_Presentation}$/u.test(e)}var S=class{#e="";get text(){return this.#e}plain(n){return this.#e+=n,this}};var Le={key:e=>JSON.stringify(e),string:e=>JSON.stringify(e),trailingComma:!1,breaksAfterKey:!1},J=80,_e=4;function K(e){let n=new S;return C(e,Le,n),n.text}function C(e,n,t,r=0,o=r){let i=n.names?.get(e);if(i!==void 0){let s=/^(.*?\()(.*)\)$/s.exec(i),a=o+E(i)+1>J,l=" ".repeat(r+2);t.plain(s!==null&&a?`${s[1]}
${l}${s[2]},
${" ".repeat(r)})`:i)}else Array.isArray(e)?Fe(e,n,t,r,o):typeof e=="object"&&e!==null?Je(e,n,t,r):Q(e,n,t)}function Q(e,n,t){t.plain(ke(e,n))}function ke(e,n){return typeof e=="string"?n.string(e):typeof e=="number"?z(e):String(e)}function z(e){return String(e).replace("e+","e")}function Je(e,n,t,r){let o=Object.entries(e);if(o.length===0){t.plain("{}");return}let i=" ".repeat(r+2);t.plain(`{
`),o.forEach(([s,a],l)=>{let u=n.key(s),c=E(u),b=r+2+c+2,k=n.breaksAfterKey&&typeof a=="string"&&c>_e&&b+E(n.string(a))+1>J;t.plain(i).plain(u),t.plain(k?`:
${i}  `:": "),C(a,n,t,r+2,b),t.plain(G(l,o.length,n))}),t.plain(`${" ".repeat(r)}}`)}function Fe(e,n,t,r,o){if(e.length===0){t.plain("[]");return}let i=J-o-(r>0?1:0);if(qe(e,n,i)){W(e,n,t);return}let s=" ".repeat(r+2);t.plain(`[
`),e.length>1&&e.every(a=>typeof a=="number")?We(e,n,t,r+2):e.forEach((a,l)=>{t.plain(s),C(a,n,t,r+2),t.plain(G(l,e.length,n))}),t.plain(`${" ".repeat(r)}]`)}function qe(e,n,t){if(e.length>t||Y(e))return!1;let r=new S;return W(e,n,r),E(r.text)<=t}function Y(e){if(e.some(He))return!0;let n=e.every(t=>Array.isArray(t)&&t.length>1);return e.length>1&&n}function He(e){return Array.isArray(e)?Y(e):typeof e=="object"&&e!==null&&Object.keys(e).length>0}function W(e,n,t){t.plain("["),e.forEach((r,o)=>{o>0&&t.plain(", ");let i=n.names?.get(r);i!==void 0?t.plain(i):Array.isArray(r)?W(r,n,t):typeof r=="object"&&r!==null?t.plain("{}"):Q(r,n,t)}),t.plain("]")}function We(e,n,t,r){let o=r;t.plain(" ".repeat(r)),e.forEach((i,s)=>{let a=z(i),l=s===e.length-1,u=a.length+(l&&!n.trailingComma?0:1);if(s>0){let c=o+1+u<=J;t.plain(c?" ":`
${" ".repeat(r)}`),o=c?o+1:r}t.plain(a),(!l||n.trailingComma)&&t.plain(","),o+=u}),t.plain(`
`)}function G(e,n,t){return e<n-1||t.trailingComma?`,
`:`
`}function V(e){try{let n=JSON.parse(e);return JSON.stringify(n)===e?{value:n}:void 0}catch{return}}function y(e){let n=V(e);return n===void 0?e:K(n.value)}var Ve=/[\0-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/,Ue={"\n":"n","\r":"r","	":"t"};function m(e,n){let t="";for(let r of U(e))n.special.test(r)?t+=`\\${r}`:n.short.includes(r)?t+=`\\${Ue[r]}`:Ve.test(r)?t+=n.unit(r.charCodeAt(0)):t+=r;return`"${t}"`}function U(e){return e.replace(/\p{Cs}/gu,"\uFFFD")}function j(e){return e===""?[""]:e.split(/(?<=\n)/)}function g(e,n){return e.toString(16).padStart(n,"0")}var X=/^(?:allow|content-(?:disposition|encoding|language|location|md5|range|type)|expires|last-modified)$/,ee={id:"csharp",label:"C#",print:e=>{let{method:n,url:t,basic:r,clientCertificate:o}=e,i=Ne(e),s=f(e),a=s.some(([,x])=>/[\x80-\xff]/.test(x)),l=x=>(A,Be)=>`${x}.TryAddWithoutValidation(${R(A)}, ${R(Be)});
`,u=l("request.Headers"),c=l("request.Content.Headers"),b=s.filter(([x])=>!X.test(x)),k=s.filter(([x])=>X.test(x));return[`using System.Net.Http;
using System.Text;
`,o===!0?`using System.Security.Cryptography.X509Certificates;
`:"",`
${ve(a,o===!0)}`,`using var request = new HttpRequestMessage(new HttpMethod(${R(n)}), ${R(t)});
`,...b.map(([x,A])=>u(x,A)),r===void 0?"":`request.Headers.TryAddWithoutValidation("authorization", "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(${R(r.join(":"))})));
`,i===void 0&&k.length===0?"":`request.Content = ${i??"new ByteArrayContent([])"};
`,...k.map(([x,A])=>c(x,A)),`using var response = await client.SendAsync(request);
`,`Console.WriteLine((int)response.StatusCode);
`,`Console.WriteLine(await response.Content.ReadAsStringAsync());
`].join("")}};function ve(e,n){return!e&&!n?`using var client = new HttpClient();
`:`using var handler = new SocketsHttpHandler();
${e?`handler.RequestHeaderEncodingSelector = (_, _) => Encoding.Latin1;
`:""}${n?`handler.SslOptions.ClientCertificates = [X509Certificate2.CreateFromPemFile("client.pem", "client.key")];
`:""}using var client = new HttpClient(handler);
`}function Ne({body:e}){switch(e?.kind){case void 0:return;case"json":return Z(y(e.text));case"form":case"text":return Z(e.text);case"file":return`new ByteArrayContent(${ne(e.file)})`;case"multipart":return`new ByteArrayContent([
    ${d(e.parts).map(Ie).join(`,
    `)},
])`}}function Ie(e){return"file"in e?`.. ${ne(e.file)}`:`.. Encoding.UTF8.GetBytes(${R(e.text)})`}function ne(e){return`File.ReadAllBytes(${R(e)})`}function Z(e){let n=j(e).map(R);return`new ByteArrayContent(Encoding.UTF8.GetBytes(${n.length===1?n.join(""):`
    ${n.join(`
    + `)}`}))`}function R(e){return m(e,{special:/["\\]/,short:`
\r	`,unit:n=>`\\u${g(n,4)}`})}function h(e){if(e.includes("\0"))throw new RangeError("an argument cannot hold NUL");return/^[A-Za-z0-9_\-./:=,@%+]+$/.test(e)&&!e.startsWith("-")?e:`'${e.replace(/'/g,"'\\''")}'`}function F(e){let n=typeof e=="string"?new TextEncoder().encode(e):e,t="";for(let r of n){let o=String.fromCharCode(r);o==="%"?t+="%%":o==="\\"?t+="\\\\":o===`
`?t+="\\n":o==="'"?t+="\\047":r>=32&&r<127?t+=o:t+=`\\${r.toString(8).padStart(3,"0")}`}return`printf -- '${t}'`}function te(e){return encodeURIComponent(e.replace(/\p{Cs}/gu,"\uFFFD")).replace(/[!'()*]/g,n=>`%${n.charCodeAt(0).toString(16).toUpperCase()}`)}var oe={id:"curl",label:"curl",print:e=>`${De(e)}
`};function De(e){let{method:n,url:t,basic:r,clientCertificate:o}=e,i=Ke(e),s=[];n==="HEAD"?s.push("--head"):(n!=="GET"||e.body!==void 0)&&s.push(`--request ${h(n)}`),/[[\]{}]/.test(t)&&s.push("--globoff"),s.push(h(t)),r!==void 0&&s.push(`--user ${h(r.join(":"))}`),o===!0&&s.push("--cert client.pem","--key client.key");let a=i.choosesType===!0?e.headers.filter(([u])=>u!=="content-type"):f(e);for(let[u,c]of a)s.push(`--header ${Me(u,c)}`);return s.push(...i.words),`${i.pipe===void 0?"":`${i.pipe} |
`}curl ${s.join(` \\
  `)}`}function Me(e,n){let t=n===""?`${e};`:`${e}: ${n}`;if(!/[\x80-\xff]/.test(t))return h(t);let r=Array.from(t,o=>o.charCodeAt(0));return`"$(${F(r)})"`}function Ke({body:e}){switch(e?.kind){case void 0:return{words:[]};case"file":return{words:[`--data-binary ${h(`@${e.file}`)}`]};case"json":return re(y(e.text));case"text":return re(e.text);case"form":return e.text===""?{words:["--data-raw ''"]}:{words:e.text.split("&").map(Qe)};case"multipart":{let{mediaType:n,parts:t}=e;if(n==="multipart/form-data"&&t.length>0&&t.every(Ge))return{words:t.map(Xe),choosesType:!0};let i=`{
  ${d(t).map(s=>"file"in s?`cat ${h(s.file)}`:F(s.text)).join(`
  `)}
}`;return{words:["--data-binary @-"],pipe:i}}}}function re(e){return/[\0\r\t]|[ \t]\n|\n$/.test(e)?{words:["--data-binary @-"],pipe:F(e)}:{words:[`--data-raw ${h(e)}`]}}function Qe(e){let[n="",t]=ze(e),r=t===void 0?void 0:Ye(t);return r!==void 0&&n!==""&&te(r)===t&&!/[\0-\x1f\x7f]/.test(r)?`--data-urlencode ${h(`${n}=${r}`)}`:`--data-raw ${h(e)}`}function ze(e){let n=e.indexOf("=");return n<0?[e]:[e.slice(0,n),e.slice(n+1)]}function Ye(e){try{return decodeURIComponent(e)}catch{return}}function Ge(e){let{content:n,contentType:t=""}=e;return T(e)&&/^[\w.+/-]*$/.test(t)&&("text"in n?e.filename===void 0&&!/[\0\r\t]/.test(n.text):e.filename===n.file)}function Xe({name:e="",contentType:n,content:t}){let r=n===void 0?"":`;type=${n}`;if("file"in t)return`--form ${h(`${e}=@${t.file}${r}`)}`;if(r==="")return`--form-string ${h(`${e}=${t.text}`)}`;let o=t.text.replace(/["\\]/g,"\\$&");return`--form ${h(`${e}="${o}"${r}`)}`}var ie={id:"fetch",label:"fetch",print:e=>{let{method:n,url:t,basic:r,clientCertificate:o}=e,i=Ze(e),s=f(e).filter(([l])=>!(i.choosesType&&l==="content-type")).map(([l,u])=>`    ${se(l)}: ${p(u)},
`);return r!==void 0&&s.push(`    authorization: "Basic " + btoa(${p(r.join(":"))}),
`),[i.code.includes("openAsBlob(")?`import { openAsBlob } from "node:fs";

`:"",o===!0?`// The server asks for a client certificate: in a browser, the user chooses it.
`:"",i.statements,`const response = await fetch(${p(t)}, {
  method: ${p(n)},
`,s.length===0?"":`  headers: {
${s.join("")}  },
`,i.code===""?"":`  body: ${i.name},
`,`});
console.log(response.status);
console.log(await response.text());
`].join("")}};function Ze(e){let{body:n}=e,t=r=>({statements:"",code:r,name:r,choosesType:!1});switch(n?.kind){case void 0:return t("");case"json":{let r=V(n.text);if(r===void 0)return t(p(n.text));let o=new S;return o.plain("JSON.stringify("),C(r.value,on,o,2,24),t(o.plain(")").text)}case"form":case"text":return t(p(n.text));case"file":return t(`await openAsBlob(${p(n.file)}, { type: ${p(H(e)??"")} })`);case"multipart":return en(n.mediaType,n.parts)}}function en(e,n){if(e==="multipart/form-data"&&n.every(nn)){let s=`const form = new FormData();
${n.map(tn).join("")}
`;return{statements:s,code:s,name:"form",choosesType:!0}}let o=`new Blob([
    ${d(n).map(rn).join(`,
    `)},
  ])`;return{statements:"",code:o,name:o,choosesType:!1}}function nn(e){return T(e)?"file"in e.content?e.contentType!==void 0&&e.filename!==void 0:e.contentType===void 0&&e.filename===void 0&&!/[\r\n]/.test(e.content.text):!1}function tn(e){let{name:n="",filename:t,contentType:r="",content:o}=e;if("text"in o)return`form.append(${p(n)}, ${p(o.text)});
`;let i=`await openAsBlob(${p(o.file)}, { type: ${p(r)} })`;return`form.append(${p(n)}, ${i}, ${p(t??"")});
`}function rn(e){return"file"in e?`await openAsBlob(${p(e.file)})`:p(e.text)}var on={key:se,string:p,trailingComma:!0,breaksAfterKey:!0};function se(e){return e==="__proto__"?'["__proto__"]':/^[A-Za-z_$][\w$]*$/.test(e)?e:p(e)}function p(e){return m(e,{special:/["\\]/,short:`
\r	`,unit:n=>`\\u${g(n,4)}`})}var ue={id:"go",label:"Go",print:e=>{let{method:n,url:t,basic:r,clientCertificate:o}=e,i=an(e),s=["fmt","io","net/http",...i.imports];o===!0&&s.push("crypto/tls");let a=[...i.statements,`request, err := http.NewRequest(${P(n)}, ${P(t)}, ${i.value})`,...L,...f(e).map(([u,c])=>`request.Header.Set(${P(u)}, ${un(c)})`),...r===void 0?[]:[`request.SetBasicAuth(${r.map(P).join(", ")})`],...o===!0?sn:[],`response, err := ${o===!0?"client":"http.DefaultClient"}.Do(request)`,...L,"defer response.Body.Close()","answer, err := io.ReadAll(response.Body)",...L,"fmt.Println(response.Status)","fmt.Println(string(answer))"];return`package main

import (
${[...new Set(s)].sort().map(u=>`	"${u}"
`).join("")})

func main() {
${a.map(u=>`	${u}
`).join("")}}
`}},L=["if err != nil {","	panic(err)","}"],sn=['certificate, err := tls.LoadX509KeyPair("client.pem", "client.key")',...L,"client := &http.Client{Transport: &http.Transport{TLSClientConfig: &tls.Config{","	Certificates: []tls.Certificate{certificate},","}}}"];function an({body:e}){switch(e?.kind){case void 0:return{imports:[],statements:[],value:"nil"};case"json":return ae(y(e.text));case"form":case"text":return ae(e.text);case"file":return le([{file:e.file}]);case"multipart":return le(d(e.parts))}}function ae(e){let n=[`body := strings.NewReader(${ln(e)})`];return{imports:["strings"],statements:n,value:"body"}}function le(e){let n=["var body bytes.Buffer"],t=0;for(let o of e)if("file"in o){t+=1;let i=t===1?"file":`file${String(t)}`;n.push(`${i}, err := os.ReadFile(${P(o.file)})`,...L,`body.Write(${i})`)}else n.push(`body.WriteString(${P(o.text)})`);return{imports:t>0?["bytes","os"]:["bytes"],statements:n,value:"&body"}}function ln(e){return/^[^\0-\x09\x0b-\x1f\x7f-\x9f`\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\p{Cs}]*$/u.test(e)&&/["\n]/.test(e)?`\`${e}\``:P(e)}function P(e){return m(e,{special:/["\\]/,short:`
\r	`,unit:n=>`\\u${g(n,4)}`})}function un(e){return P(e).replace(/[\x80-\xff]/g,n=>`\\x${g(n.charCodeAt(0),2)}`)}var fe={id:"java",label:"Java",print:e=>{let{method:n,url:t,basic:r,clientCertificate:o}=e,i=cn(e),s=["java.net.URI","java.net.http.HttpClient","java.net.http.HttpRequest","java.net.http.HttpResponse",...i.imports],a=[...f(e).map(([c,b])=>`.header(${B(c)}, ${B(b)})`)];if(r!==void 0){s.push("java.util.Base64");let c=B(r.join(":"));a.push(`.header("authorization", "Basic " + Base64.getEncoder().encodeToString(${c}.getBytes()))`)}let l=f(e).some(([,c])=>/[\x80-\xff]/.test(c)),u=[o===!0?`    // The server asks for a client certificate: pass an SSLContext to the client.
`:"",l?`    // HttpClient sends headers in ASCII: it replaces other characters.
`:""].join("");return[`${s.sort().map(c=>`import ${c};
`).join("")}
`,`public class Main {
  public static void main(String[] args) throws Exception {
`,i.statements.map(c=>`    ${c}
`).join(""),`    HttpRequest request = HttpRequest.newBuilder(URI.create(${B(t)}))
`,`        .method(${B(n)}, ${i.publisher})
`,a.map(c=>`        ${c}
`).join(""),`        .build();
`,u,`    HttpResponse<String> response = HttpClient.newHttpClient()
`,`        .send(request, HttpResponse.BodyHandlers.ofString());
`,`    System.out.println(response.statusCode());
`,`    System.out.println(response.body());
  }
}
`].join("")}},_="HttpRequest.BodyPublishers",ce=["java.nio.file.Files","java.nio.file.Path"];function cn({body:e}){let n=t=>({imports:[],statements:[],publisher:t});switch(e?.kind){case void 0:return n(`${_}.noBody()`);case"json":return n(pe(y(e.text)));case"form":case"text":return n(pe(e.text));case"file":return{imports:ce,statements:[],publisher:`${_}.ofByteArray(${de(e.file)})`};case"multipart":return{imports:[...ce,"java.io.ByteArrayOutputStream"],statements:["ByteArrayOutputStream body = new ByteArrayOutputStream();",...d(e.parts).map(pn)],publisher:`${_}.ofByteArray(body.toByteArray())`}}}function pn(e){return`body.write(${"file"in e?de(e.file):`${B(e.text)}.getBytes("UTF-8")`});`}function de(e){return`Files.readAllBytes(Path.of(${B(e)}))`}function pe(e){let n=j(e).map(B);return n.length===1?`${_}.ofString(${n.join("")})`:`${_}.ofString(
            ${n.join(`
            + `)})`}function B(e){return m(e,{special:/["\\]/,short:`
\r	`,unit:n=>n<256?`\\${n.toString(8).padStart(3,"0")}`:`\\u${n.toString(16).padStart(4,"0")}`})}var me={id:"php",label:"PHP",print:e=>{let{method:n,url:t,basic:r,clientCertificate:o}=e,i=fn(e),s=[...n==="HEAD"?["CURLOPT_NOBODY => true"]:[`CURLOPT_CUSTOMREQUEST => ${O(n)}`],"CURLOPT_RETURNTRANSFER => true"],a=f(e).map(([l,u])=>`        ${mn(l,u)},
`);return a.length>0&&s.push(`CURLOPT_HTTPHEADER => [
${a.join("")}    ]`),r!==void 0&&s.push(`CURLOPT_USERPWD => ${O(r.join(":"))}`),o===!0&&s.push("CURLOPT_SSLCERT => 'client.pem'","CURLOPT_SSLKEY => 'client.key'"),i!==void 0&&s.push(`CURLOPT_POSTFIELDS => ${i}`),[`<?php

$curl = curl_init(${O(t)});
`,`curl_setopt_array($curl, [
${s.map(l=>`    ${l},
`).join("")}]);
`,`$answer = curl_exec($curl);
`,`if ($answer === false) {
    throw new RuntimeException(curl_error($curl));
}
`,`echo curl_getinfo($curl, CURLINFO_RESPONSE_CODE), "\\n", $answer, "\\n";
`].join("")}};function fn({body:e}){switch(e?.kind){case void 0:return;case"json":return O(y(e.text));case"form":case"text":return O(e.text);case"file":return ge(e.file);case"multipart":return d(e.parts).map(dn).join(`
        . `)}}function dn(e){return"file"in e?ge(e.file):O(e.text)}function ge(e){return`file_get_contents(${O(e)})`}function O(e){return/^[^\0-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]*$/.test(e)?`'${U(e).replace(/['\\]/g,"\\$&")}'`:m(e,{special:/["\\$]/,short:`
\r	`,unit:n=>`\\u{${g(n,4)}}`})}function mn(e,n){let t=n===""?`${e};`:`${e}: ${n}`;return/[\x80-\xff]/.test(t)?m(t,{special:/["\\$]/,short:`
\r	`,unit:r=>`\\x${g(r,2)}`}).replace(/[\x80-\xff]/g,r=>`\\x${g(r.charCodeAt(0),2)}`):O(t)}var he={id:"python",label:"Python",print:e=>{let{method:n,basic:t,clientCertificate:r}=e,{lines:o,hasFiles:i}=yn(e),s=f(i?gn(e):e).map(([a,l])=>`        ${$(a)}: ${$(l)},
`);return[`import requests

response = requests.request(
`,`    ${$(n)},
    ${$(e.url)},
`,s.length===0?"":`    headers={
${s.join("")}    },
`,t===void 0?"":`    auth=(${t.map($).join(", ")}),
`,r===!0?`    cert=("client.pem", "client.key"),
`:"",o,`)
print(response.status_code)
print(response.text)
`].join("")}};function gn(e){let n=e.headers.filter(([t])=>t!=="content-type");return{method:e.method,url:e.url,headers:n}}function yn({body:e}){switch(e?.kind){case void 0:return{lines:""};case"file":return{lines:`    data=${v(e.file)},
`};case"json":return{lines:ye(y(e.text))};case"form":case"text":return{lines:ye(e.text)};case"multipart":return e.mediaType==="multipart/form-data"&&e.parts.length>0&&e.parts.every(T)?{lines:`    files=[
${e.parts.map(hn).join("")}    ],
`,hasFiles:!0}:{lines:`    data=(
        ${d(e.parts).map($n).join(`
        + `)}
    ),
`}}}function hn({name:e="",filename:n,contentType:t,content:r}){let o="file"in r?v(r.file):$(r.text),i=n===void 0?"None":$(n),s=t===void 0?"":`, ${$(t)}`;return`        (${$(e)}, (${i}, ${o}${s})),
`}function $n(e){return"file"in e?`${v(e.file)}.read()`:`${$(e.text)}.encode()`}function v(e){return`open(${$(e)}, "rb")`}function ye(e){let n=j(e).map($);return n.length===1?`    data=${n.join("")}.encode(),
`:`    data=(
        ${n.join(`
        `)}
    ).encode(),
`}function $(e){return m(e,{special:/["\\]/,short:`
\r	`,unit:n=>`\\u${g(n,4)}`})}var xe={id:"ruby",label:"Ruby",print:e=>{let{method:n,url:t,basic:r,clientCertificate:o}=e,i=xn(e),s=n!=="HEAD",a=o===!0?', cert: OpenSSL::X509::Certificate.new(File.read("client.pem")), key: OpenSSL::PKey.read(File.read("client.key"))':"";return[`require "net/http"
${a===""?"":`require "openssl"
`}
`,`uri = URI(${w(t)})
`,`request = Net::HTTPGenericRequest.new(${w(n)}, ${i!==void 0}, ${s}, uri)
`,...f(e).map(([l,u])=>`request[${w(l)}] = ${bn(u)}
`),r===void 0?"":`request.basic_auth(${r.map(w).join(", ")})
`,i===void 0?"":`request.body = ${i}
`,`response = Net::HTTP.start(uri.host, uri.port, use_ssl: uri.scheme == "https"${a}) do |http|
`,`  http.request(request)
end
puts response.code
puts response.body
`].join("")}};function xn({body:e}){switch(e?.kind){case void 0:return;case"json":return $e(y(e.text));case"form":case"text":return $e(e.text);case"file":return Se(e.file);case"multipart":return d(e.parts).map(Sn).join(` +
  `)}}function $e(e){let n=j(e).map(w);return n.length===1?n.join(""):n.join(` \\
  `)}function Sn(e){return"file"in e?Se(e.file):`${w(e.text)}.b`}function Se(e){return`File.binread(${w(e)})`}function w(e){return m(e,{special:/["\\#]/,short:`
\r	`,unit:n=>`\\u${g(n,4)}`})}function bn(e){let n=w(e);return/[\x80-\xff]/.test(e)?`${n}.encode("ISO-8859-1").b`:n}var be=[oe,ie,he,ue,fe,me,xe,ee];function Ce(e){return Cn.test(e)?`"${e}"`:JSON.stringify(e).replace(/[\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g,jn)}var Cn=/^[ !#-[\]-~]*$/;function jn(e){return`\\u${e.charCodeAt(0).toString(16).padStart(4,"0")}`}var N={key:e=>/^[A-Za-z_$][\w$]*$/.test(e)&&e!=="__proto__"?e:e==="__proto__"?'["__proto__"]':q(e),string:q,trailingComma:!0,breaksAfterKey:!0},Et={...N,string:e=>q(e).replace(/</g,"\\u003c")},je=80;function Re(e,n){let{called:t,options:r,value:o,hasInput:i,names:s}=n;n.imports.forEach((c,b)=>{b>0&&e.plain(`
`),Rn(e,c.names,c.module)}),e.plain(`

`),n.hasFile&&(e.plain("const").plain(" file = "),e.plain("new").plain(" Blob(["),e.plain('"\u2026"').plain(`]);

`)),e.plain("const").plain(" client = createClient("),Object.keys(r).length>0&&C(r,N,e),e.plain(`);
`);let l=`const answer = await client.call(${t}${i?", {":");"}`.length>je,u=l?`
  `:"";if(e.plain("const").plain(" answer = "),e.plain("await").plain(` client.call(${u}${t}`),i){let c=l?2:0;e.plain(l?`,
  `:", "),C(o,{...N,names:s},e,c)}e.plain(l?`,
);`:");")}function Rn(e,n,t){let r=q(t),i=`import { ${n.join(", ")} } from ${r};`.length<=je?` { ${n.join(", ")} } `:` {
${n.map(s=>`  ${s},
`).join("")}} `;e.plain("import").plain(i),e.plain("from").plain(" "),e.plain(r).plain(";")}function q(e){let n=Ce(e),t=e.split('"').length,r=e.split("'").length;return t<=r?n:`'${n.slice(1,-1).replace(/\\"/g,'"').replace(/'/g,"\\'")}'`}function Pe(e){let n=new Map,t=I(e.input,n),r=new S;return Re(r,{imports:[...n.size===0?[]:[{names:["openAsBlob"],module:"node:fs"}],{names:["createClient",e.called],module:e.module}],hasFile:!1,called:e.called,options:e.options,value:t,hasInput:Object.keys(t).length>0,names:n}),r.text}function I(e,n){if(e instanceof Blob){let t=Object.freeze({}),r=e instanceof File?e.name:"file.bin";return n.set(t,`await openAsBlob(${JSON.stringify(r)})`),t}return Array.isArray(e)?e.map(t=>I(t,n)):typeof e!="object"||e===null?e:Object.fromEntries(Object.entries(e).filter(([,t])=>t!==void 0).map(([t,r])=>[t,I(r,n)]))}var Pn=(e,n,t,r)=>e==="TypeScript"?`${Bn(n,t,r)}
`:be.find(({label:i})=>i===e)?.print(n)??"";function Bn(e,n,t){let r=t.security[0]??[],o=Object.fromEntries(r.flatMap(({name:l,kind:u})=>u==="certificate"?[]:u==="basic"?[[l,{username:"YOUR_USERNAME",password:"YOUR_PASSWORD"}]]:[[l,u==="token"?"YOUR_TOKEN":"YOUR_API_KEY"]])),{origin:i}=new URL(e.url),[s]=t.servers,a=s?.url.startsWith(i)===!0;return Pe({module:t.package,called:t.functions.operation,options:{...a?{}:{baseUrl:i},...r.length===0?{}:{auth:o}},input:n})}Object.assign(globalThis,{tryItPrinters:{print:Pn}});})();
