export default { allow: ["swagger-2"] };
