// The package as other programs import it. `pulumi package add` looks for its entry by this name, too.
export * from "./components";
