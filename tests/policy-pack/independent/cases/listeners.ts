import { from, type Fixture } from "../../../support/independent-policies/fixture";
import { aws } from "../../../support/independent-policies/tokens";
import { ref, type SpecimenResource, type SpecimenValue } from "../../support/specimen";

type Stated = { readonly [property: string]: SpecimenValue };

const forward = {
    type: "forward",
    targetGroupArn: "arn:aws:elasticloadbalancing:us-east-1:1:targetgroup/x/1",
};
const answer = { type: "fixed-response", fixedResponse: { contentType: "text/plain", statusCode: "200" } };
const redirect = (to: Stated): Stated => ({ type: "redirect", redirect: to });
const toHttps = redirect({ port: "443", protocol: "HTTPS", statusCode: "HTTP_301" });

const listener =
    (module: "lb" | "alb") =>
    (inputs: Stated, action: Stated = forward): readonly SpecimenResource[] => [
        aws(`${module}:LoadBalancer`)({ internal: false }, "balancer"),
        aws(`${module}:Listener`)({
            loadBalancerArn: ref("balancer", "arn"),
            defaultActions: [action],
            ...inputs,
        }),
    ];

const newer = listener("lb");
const twin = listener("alb");
const alone = (inputs: Stated, action: Stated = forward): readonly SpecimenResource[] => [
    aws("lb:Listener")({
        loadBalancerArn: "arn:aws:elasticloadbalancing:us-east-1:111122223333:loadbalancer/app/x/1",
        defaultActions: [action],
        ...inputs,
    }),
];

const onHttp = { port: 80, protocol: "HTTP" };
const certificate = { certificateArn: "arn:aws:acm:us-west-2:123456789012:certificate/abcdef" };
const onHttps = (sslPolicy?: string): Stated => ({ port: 443, protocol: "HTTPS", ...certificate, sslPolicy });
const modern = "ELBSecurityPolicy-TLS13-1-2-2021-06";
const onTls = (sslPolicy?: string): Stated => ({ port: 8080, protocol: "TLS", ...certificate, sslPolicy });

const classic = (...listeners: readonly Stated[]): readonly SpecimenResource[] => [
    aws("elb:LoadBalancer")({ listeners }),
];
const door = (lbPort: number, lbProtocol: string, instanceProtocol: string, more: Stated = {}): Stated => ({
    lbPort,
    instancePort: 8000,
    lbProtocol,
    instanceProtocol,
    ...more,
});
const ownCertificate = { sslCertificateId: "arn:aws:acm:us-east-1:111122223333:certificate/x" };
const targets = (inputs: Stated) => [aws("lb:TargetGroup")({ port: 80, vpcId: "vpc-1", ...inputs })];
const plain = /protocol/i;

export const listeners: readonly Fixture[] = [
    from("checkov", "CKV_AWS_2", {
        otherwiseInProduction: ["HTTP that redirects", "HTTP that redirects, by the other token"],
        pass: {
            HTTPS: newer(onHttps(modern)),
            "HTTPS, by the other token": twin(onHttps(modern)),
            "HTTP that redirects": newer(onHttp, toHttps),
            "HTTP that redirects, by the other token": twin({ ...onHttp, port: "80" }, toHttps),
            "HTTP that redirects, on a balancer of another stack": alone(onHttp, toHttps),
        },
        fail: {
            HTTP: newer(onHttp),
            "HTTP, by the other token": twin(onHttp),
            "HTTP, on a balancer of another stack": alone(onHttp),
            "HTTP that redirects to HTTP": newer(
                onHttp,
                redirect({ protocol: "HTTP", statusCode: "HTTP_301" }),
            ),
            "HTTP that answers": newer(onHttp, answer),
        },
    }),
    from("checkov", "CKV2_AWS_20", {
        otherwiseInProduction: ["a redirect"],
        pass: { "a redirect": newer(onHttp, toHttps), HTTPS: newer(onHttps(modern)) },
        fail: {
            "no redirect": newer(onHttp),
            "no redirect, the port as a text": newer({ ...onHttp, port: "80" }),
            "no redirect, by the other token": twin(onHttp),
        },
    }),
    from("cdk-nag", "ALBHttpToHttpsRedirection", {
        otherwiseInProduction: ["a redirect"],
        pass: { "a redirect": newer(onHttp, toHttps) },
        fail: { "an answer": newer(onHttp, answer) },
    }),
    from("cdk-nag", "ELBv2ACMCertificateRequired", {
        pass: { "a certificate": newer(onHttps(modern), answer) },
        fail: { none: newer(onHttp, answer) },
    }),
    from("trivy", "AWS-0054", {
        otherwiseInProduction: ["a redirect"],
        pass: { HTTPS: newer(onHttps(modern)), "a redirect": newer(onHttp, toHttps) },
        fail: { HTTP: newer(onHttp), "no protocol, which is HTTP": newer({ port: 80 }) },
    }),
    from("checkov", "CKV_AWS_378", {
        about: plain,
        pass: {
            TCP: targets({ protocol: "TCP" }),
            "TCP to a balancer": targets({ protocol: "TCP", targetType: "alb" }),
            HTTPS: targets({ protocol: "HTTPS" }),
        },
        fail: { HTTP: targets({ protocol: "HTTP" }) },
        otherwiseInProduction: ["HTTP"],
    }),
    from("checkov", "CKV_AWS_376", {
        pass: { HTTPS: classic(door(443, "https", "https", ownCertificate)) },
        fail: {
            HTTP: classic(door(80, "http", "http")),
            TCP: classic(door(8000, "tcp", "tcp")),
            "HTTP beside HTTPS": classic(
                door(443, "https", "https", ownCertificate),
                door(80, "http", "http"),
            ),
        },
    }),
    from("checkov", "CKV_AWS_127", {
        pass: { "a certificate": classic(door(443, "https", "https", ownCertificate)) },
        fail: {
            "no certificate": classic(door(443, "https", "https")),
            HTTP: classic(door(80, "http", "http")),
        },
    }),
    from("cdk-nag", "ELBTlsHttpsListenersOnly", {
        pass: {
            "SSL to SSL": classic(door(42, "SSL", "SSL", ownCertificate)),
            "HTTPS to HTTPS": classic(door(443, "HTTPS", "HTTPS", ownCertificate)),
        },
        fail: {
            "SSL to TCP": classic(door(42, "SSL", "TCP", ownCertificate)),
            "HTTPS to HTTP": classic(door(443, "HTTPS", "HTTP", ownCertificate)),
        },
        otherwiseInProduction: ["SSL to TCP", "HTTPS to HTTP"],
    }),
    from("checkov", "CKV_AWS_103", {
        pass: {
            "a redirect": alone(onHttp, toHttps),
            TCP: alone({ port: 8080, protocol: "TCP" }),
            UDP: alone({ port: 8080, protocol: "UDP" }),
            "TCP and UDP": alone({ port: 8080, protocol: "TCP_UDP" }),
            "TLS by FS-1-2": alone(onTls("ELBSecurityPolicy-FS-1-2-Res-2019-08")),
            "HTTPS by FS-1-2": alone(onHttps("ELBSecurityPolicy-FS-1-2-Res-2019-08")),
            "HTTPS by TLS13-1-2": twin(onHttps(modern)),
            "a gateway balancer's": [
                aws("lb:LoadBalancer")({ loadBalancerType: "gateway" }, "balancer"),
                aws("lb:Listener")({ loadBalancerArn: ref("balancer"), defaultActions: [forward] }),
            ],
        },
        fail: {
            "HTTPS of 2016": alone(onHttps("ELBSecurityPolicy-2016-08")),
            "TLS by FS-1-1": alone(onTls("ELBSecurityPolicy-FS-1-1-2019-08")),
            "TLS by FS-1-1, by the other token": twin(onTls("ELBSecurityPolicy-FS-1-1-2019-08")),
            "HTTPS by TLS13-1-0": alone(onHttps("ELBSecurityPolicy-TLS13-1-0-2021-06")),
            "HTTPS without a policy": alone(onHttps()),
        },
    }),
    from("checkov", "CKV2_AWS_74", {
        pass: { "TLS-1-2": newer(onHttps("ELBSecurityPolicy-TLS-1-2-2017-01")) },
        fail: {
            "2016": newer(onHttps("ELBSecurityPolicy-2016-08")),
            "2015": twin(onHttps("ELBSecurityPolicy-2015-05"), answer),
            none: newer(onHttps(), answer),
        },
    }),
    from("trivy", "AWS-0047", {
        pass: {
            "TLS13-1-2": newer(onHttps(modern)),
            "TLS13-1-3": newer(onHttps("ELBSecurityPolicy-TLS13-1-3-2021-06")),
        },
        fail: { "TLS-1-0": newer(onHttps("ELBSecurityPolicy-TLS-1-0-2015-04")) },
    }),
];
