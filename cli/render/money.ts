/** An amount of US dollars to the cent, with commas between thousands. */
export const dollars = (amount: number): string =>
    amount.toLocaleString("en-US", { style: "currency", currency: "USD" });
