import type { Account } from "./account";
import { prefixListOf } from "./rules/endpoints";
import type { Properties } from "./property-values";

type Answer = (account: Account, args: Properties) => Properties;

const answers: { readonly [token: string]: Answer } = {
    "aws:index/getCallerIdentity:getCallerIdentity": ({ number }) => ({
        accountId: number,
        arn: `arn:aws:iam::${number}:root`,
        id: number,
        userId: number,
    }),
    "aws:index/getRegion:getRegion": ({ region }) => ({ id: region, name: region, region }),
    "aws:ec2/getPrefixList:getPrefixList": (_, { name }) => ({
        id: prefixListOf(String(name)),
        name: name ?? "",
    }),
    "aws:ec2/getManagedPrefixList:getManagedPrefixList": (_, { name }) => ({
        id: prefixListOf(String(name)),
        name: name ?? "",
    }),
    "aws:ssm/getParameter:getParameter": (_, { name }) => ({
        name: name ?? "",
        value: "ami-0123456789abcdef0",
    }),
};

/** What AWS answers when asked. Throws for a question that no story has needed yet. */
export function answerInvoke(account: Account, token: string, args: Properties): Properties {
    const answer = answers[token];
    if (answer === undefined) {
        throw new Error(`the simulated AWS does not answer ${token}`);
    }
    return answer(account, args);
}
