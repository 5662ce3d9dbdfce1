import { type SchemaType, schema, t } from "@colyseus/schema";

/** One tick of one player's wishes on the wire; `Command` of shared/sim says what the fields mean. */
export const InputState = schema(
  {
    mx: t.int8(),
    my: t.int8(),
    aim: t.angle(),
    buttons: t.uint8(),
    pick: t.uint8(),
  },
  "Input",
);
export type InputState = SchemaType<typeof InputState>;
