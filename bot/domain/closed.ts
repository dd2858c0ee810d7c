/** Something was to be added to a collaboration that is closed; the database itself refused it, and nothing is stored. */
export class AddedToClosed extends Error {
  constructor() {
    super('the collaboration is closed');
    this.name = 'AddedToClosed';
  }
}
