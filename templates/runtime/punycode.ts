const base = 36;
const digits = "abcdefghijklmnopqrstuvwxyz0123456789";

/** What `xn--` is followed by in place of a label (RFC 3492 §6.3). */
export function encodePunycode(label: string): string {
  const points = Array.from(label, (each) => each.codePointAt(0) ?? 0);
  const basic = points.filter((point) => point < 128);
  let output = String.fromCharCode(...basic);
  if (basic.length > 0) output += "-";
  let next = 128;
  let delta = 0;
  let bias = 72;
  let done = basic.length;
  while (done < points.length) {
    const least = Math.min(...points.filter((point) => point >= next));
    delta += (least - next) * (done + 1);
    next = least;
    for (const point of points) {
      if (point < next) delta++;
      if (point !== next) continue;
      let rest = delta;
      for (let position = base; ; position += base) {
        const threshold = thresholdAt(position, bias);
        if (rest < threshold) break;
        const digit = threshold + ((rest - threshold) % (base - threshold));
        output += digits.charAt(digit);
        rest = Math.floor((rest - threshold) / (base - threshold));
      }
      output += digits.charAt(rest);
      bias = adapt(delta, done + 1, done === basic.length);
      delta = 0;
      done++;
    }
    delta++;
    next++;
  }
  return output;
}

/** The label that stands encoded after `xn--` (RFC 3492 §6.2); undefined where the text is no code. */
export function decodePunycode(text: string): string | undefined {
  const split = text.lastIndexOf("-");
  const points = Array.from(text.slice(0, Math.max(split, 0)), (each) =>
    each.charCodeAt(0),
  );
  let next = 128;
  let at = 0;
  let bias = 72;
  let index = split + 1;
  while (index < text.length) {
    const start = at;
    let weight = 1;
    for (let position = base; ; position += base) {
      const digit = digits.indexOf(text.charAt(index++).toLowerCase());
      if (digit < 0 || index > text.length) return undefined;
      at += digit * weight;
      const threshold = thresholdAt(position, bias);
      if (digit < threshold) break;
      weight *= base - threshold;
    }
    const length = points.length + 1;
    bias = adapt(at - start, length, start === 0);
    next += Math.floor(at / length);
    at %= length;
    if (next > 0x10ffff) return undefined;
    points.splice(at++, 0, next);
  }
  return String.fromCodePoint(...points);
}

function thresholdAt(position: number, bias: number): number {
  return Math.min(Math.max(position - bias, 1), 26);
}

function adapt(delta: number, length: number, isFirst: boolean): number {
  let rest = Math.floor(delta / (isFirst ? 700 : 2));
  rest += Math.floor(rest / length);
  let bias = 0;
  for (; rest > 455; bias += base) rest = Math.floor(rest / 35);
  return bias + Math.floor((36 * rest) / (rest + 38));
}
