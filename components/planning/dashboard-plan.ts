/** A graph of the dashboard: metrics of one kind, each with its dimensions. */
export interface DashboardGraph {
    readonly title: string;
    readonly statistic: "Average" | "Sum" | "Maximum";
    /** CloudWatch's own form: namespace, metric, dimension name, dimension value, … */
    readonly metrics: readonly (readonly string[])[];
}

const columns = 2;
const width = 24 / columns;
const height = 6;

/** Lays the graphs out two in a row. Source: CloudWatch, "Dashboard body structure and syntax". */
export const dashboardBody = (region: string, graphs: readonly DashboardGraph[]): string =>
    JSON.stringify({
        widgets: graphs.map((graph, position) => ({
            type: "metric",
            x: (position % columns) * width,
            y: Math.floor(position / columns) * height,
            width,
            height,
            properties: {
                title: graph.title,
                region,
                stat: graph.statistic,
                period: 300,
                view: "timeSeries",
                metrics: graph.metrics,
            },
        })),
    });
