import { parseSync } from "vite";

/** An import, in any of its forms: static, dynamic, re-exported, of a type, by `require`. */
export interface Import {
  readonly specifier: string;
  /** Names taken from it; empty for a whole module or a side effect. */
  readonly names: readonly string[];
  /** Whether it is for types alone, of which nothing is left in a build. */
  readonly typesOnly: boolean;
}

/** A global that a file reads, such as `Date` or, for what hangs on `Math`, `Math.random`. */
export interface Use {
  readonly name: string;
  /** The innermost function declaration around it; empty at the top of the file. */
  readonly within: string;
}

export interface Scan {
  readonly imports: readonly Import[];
  readonly uses: readonly Use[];
}

interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

function isNode(value: unknown): value is Node {
  return (
    typeof value === "object" && value !== null && typeof (value as { type?: unknown }).type === "string"
  );
}

/** All nodes directly below one. */
function* childrenOf(node: Node): Generator<[key: string, child: Node]> {
  for (const [key, value] of Object.entries(node)) {
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) yield [key, child];
  }
}

/** The text of a string literal, also one in backticks; undefined for anything that is computed. */
function textOf(node: unknown): string | undefined {
  if (!isNode(node)) return undefined;
  if (node.type === "Literal" && typeof node.value === "string") return node.value;
  if (node.type !== "TemplateLiteral") return undefined;
  const [only, ...more] = node.quasis as readonly { value: { cooked: string } }[];
  return more.length === 0 ? only?.value.cooked : undefined;
}

function nameOf(node: unknown): string {
  return isNode(node) && typeof node.name === "string" ? node.name : (textOf(node) ?? "");
}

/** Where a node names what it imports from; undefined when it imports nothing. */
function sourceOf(node: Node): unknown {
  switch (node.type) {
    case "ImportDeclaration":
    case "ExportAllDeclaration":
    case "ExportNamedDeclaration":
    case "ImportExpression":
    case "TSImportType":
      return node.source ?? undefined;
    case "TSExternalModuleReference":
      return node.expression;
    case "CallExpression":
      return nameOf(node.callee) === "require" ? (node.arguments as unknown[])[0] : undefined;
    default:
      return undefined;
  }
}

function importOf(node: Node): Import | undefined {
  const source = sourceOf(node);
  if (source === undefined) return undefined;
  const specifiers = Array.isArray(node.specifiers) ? node.specifiers.filter(isNode) : [];
  return {
    // What is computed cannot be judged; the name below belongs to no folder and is refused.
    specifier: textOf(source) ?? "(computed)",
    names: specifiers.map((s) => nameOf(s.imported ?? s.local)).filter((name) => name !== ""),
    typesOnly: node.importKind === "type" || node.exportKind === "type" || node.type === "TSImportType",
  };
}

/** The keys under which a node holds names that refer to no variable: of properties, labels, imports. */
const LABELS: Readonly<Record<string, readonly string[]>> = {
  Property: ["key"],
  PropertyDefinition: ["key"],
  MethodDefinition: ["key"],
  AccessorProperty: ["key"],
  TSPropertySignature: ["key"],
  TSMethodSignature: ["key"],
  TSEnumMember: ["id"],
  ImportSpecifier: ["imported"],
  ExportSpecifier: ["exported"],
  TSQualifiedName: ["right"],
  MetaProperty: ["meta", "property"],
  TSImportType: ["qualifier"],
};

function isLabel(parent: Node, key: string): boolean {
  if (parent.type === "MemberExpression") return key === "property" && parent.computed !== true;
  return parent.computed !== true && (LABELS[parent.type]?.includes(key) ?? false);
}

/**
 * Reads what a file imports and which names it uses, from its syntax tree.
 * Local names are not told from global ones: where a global is banned, naming a variable like it is a trap too.
 * @throws Error when the file does not parse
 */
export function scan(path: string, source: string): Scan {
  const { program, errors } = parseSync(path, source);
  if (errors[0] !== undefined) throw new Error(`${path}: ${errors[0].message}`);
  const imports: Import[] = [];
  const uses: Use[] = [];

  function visit(node: Node, within: string): void {
    const found = importOf(node);
    if (found !== undefined) imports.push(found);
    if (node.type === "Identifier") uses.push({ name: nameOf(node), within });
    if (node.type === "MemberExpression" && nameOf(node.object) === "Math") {
      const property = node.computed === true ? textOf(node.property) : nameOf(node.property);
      uses.push({ name: `Math.${property ?? "(computed)"}`, within });
      if (node.computed === true && isNode(node.property)) visit(node.property, within);
      return;
    }
    const inside = node.type === "FunctionDeclaration" ? nameOf(node.id) : within;
    for (const [key, child] of childrenOf(node)) if (!isLabel(node, key)) visit(child, inside);
  }

  visit(program as unknown as Node, "");
  return { imports, uses };
}
