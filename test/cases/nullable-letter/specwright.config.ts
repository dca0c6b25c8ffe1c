export default { nullable: "letter" };
