/** An entry of the audit log: who did it is asked for apart. */
export type Noted = { readonly what: string; readonly facts: Readonly<Record<string, unknown>>; readonly at: Date };
