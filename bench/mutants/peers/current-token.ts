/** The type token that a load balancing resource has today; others keep theirs. The peers know no other. */
export const currentToken = (token: string): string =>
    token.replace(/^aws:(alb|applicationloadbalancing|elasticloadbalancingv2)\//, "aws:lb/");
