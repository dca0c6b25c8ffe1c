/** Thrown where plain-YAML reading meets something that it leaves to `yaml`. Never leaves the folder. */
export const uncertain = new Error("not plain YAML");
