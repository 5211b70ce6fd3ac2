/** The version of the program, as package.json has it; a test keeps both the same. */
export const version = "0.1.0";
