/** Whether two zones can be told apart: an id and a name cannot, which is which differs per account. */
export const comparable = (left: string, right: string | undefined): boolean =>
    right !== undefined && /-az\d+$/.test(left) === /-az\d+$/.test(right);
