import type { Key, NetworkModel } from "../../analysis/model/network-model";

/**
 * Whether everything that carries the group is a load balancer, and one of them listens on the port
 * just to answer: a redirect that forwards nothing. Where no interface is in sight, it may yet be so.
 */
export function onlyRedirectsOn(group: Key, model: NetworkModel, port: number): boolean {
    if (model.interfaces.size === 0) {
        return true;
    }
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
