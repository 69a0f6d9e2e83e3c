import type { Key, NetworkModel } from "../../analysis/model/network-model";

/**
 * Whether everything that carries the group is a load balancer, and one of them listens on the port
 * just to answer: a redirect that forwards nothing.
 */
export function onlyRedirectsOn(group: Key, model: NetworkModel, port: number): boolean {
    const carriers = [...model.interfaces.values()].filter(({ securityGroups }) =>
        securityGroups.includes(group),
    );
    const balancers = [...model.loadBalancers.values()].filter(({ networkInterface }) =>
        carriers.some(({ key }) => key === networkInterface),
    );
    const listeners = balancers.flatMap((balancer) => balancer.listeners).filter((one) => one.port === port);
    return (
        carriers.length === balancers.length &&
        listeners.length > 0 &&
        listeners.every(({ answers, targetGroups }) => answers && targetGroups.length === 0)
    );
}
