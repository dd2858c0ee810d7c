// Loaded into the app's process before the app (`node --import`), on this machine only: its clock runs ahead by what it is told, for
// everything in it, the embedded database and the queue included. The app knows nothing of it, and no setting of the app can do this.

const Machine = Date;
let ahead = Number(process.env.LOCAL_CLOCK_AHEAD ?? 0);

globalThis.Date = class Date extends Machine {
  constructor(...given) {
    if (given.length === 0) super(Machine.now() + ahead);
    else super(...given);
  }
  static now() {
    return Machine.now() + ahead;
  }
};

process.on('message', (told) => {
  if (typeof told?.clockAhead === 'number') ahead = told.clockAhead;
});
// Being told must not keep the app from ending.
process.channel?.unref();
