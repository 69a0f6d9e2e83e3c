import { resource, type SpecimenResource } from "../../policy-pack/support/specimen";

type Inputs = SpecimenResource["inputs"];
type Make = (inputs?: Inputs, name?: string, outputs?: Inputs) => SpecimenResource;

/** Makes resources of a type; the first of a case is called `subject` where it gets no name. */
export const make =
    (token: string): Make =>
    (inputs = {}, name = "subject", outputs = {}) =>
        resource(token, name, inputs, outputs);

export const token = (type: string): string => {
    const [module, name] = type.split(":") as [string, string];
    return `aws:${module}/${name[0]!.toLowerCase()}${name.slice(1)}:${name}`;
};

/** `aws("ec2:Instance")` makes what `new aws.ec2.Instance` registers. */
export const aws = (type: string): Make => make(token(type));
