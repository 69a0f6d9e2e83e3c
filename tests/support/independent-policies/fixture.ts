import type { SpecimenResource } from "../../policy-pack/support/specimen";

/**
 * Whose test suite or documentation a case is taken from; a key of `anchors` in controls.json. Under
 * `control` are cases made from what controls.json itself says of a control that no tool knows.
 */
export type Suite =
    | "checkov"
    | "cdk-nag"
    | "trivy"
    | "prowler"
    | "guard"
    | "fsbp"
    | "regula"
    | "cfn_nag"
    | "awsguard"
    | "control";

/** The resources of one case, under a title that says what matters about them. */
export interface Cases {
    readonly [title: string]: readonly SpecimenResource[];
}

/** A case that we judge otherwise than the suite it is from, because AWS's documentation says so. */
export interface Dispute {
    readonly theirs: "pass" | "fail";
    readonly because: string;
    readonly resources: readonly SpecimenResource[];
}

/** What another tool's suite holds for one of its rules, told as facts about resources of @pulumi/aws. */
export interface Fixture {
    readonly suite: Suite;
    /** The tool's own id, as controls.json has it. */
    readonly id: string;
    /**
     * What of a control with several demands the rule is about: only messages that match are counted.
     * Absent where the rule is the control.
     */
    readonly about?: RegExp;
    readonly pass?: Cases;
    readonly fail?: Cases;
    readonly disputed?: { readonly [title: string]: Dispute };
    /** Titles of `pass` and `fail` that production's settings decide otherwise, on purpose. */
    readonly otherwiseInProduction?: readonly string[];
}

type Rest = Omit<Fixture, "suite" | "id">;

export const from = (suite: Suite, id: string, rest: Rest): Fixture => ({ suite, id, ...rest });
