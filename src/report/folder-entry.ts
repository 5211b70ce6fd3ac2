/** One assessment of a folder as its list shows it; with `problem` it is a file that cannot be read, and why. */
export interface FolderEntry {
  /** Relative to the folder. */
  readonly path: string;
  /** Where its report is. */
  readonly address?: string;
  readonly problem?: string;
  /** Says that the file is readable and holds no assessment: no fault. */
  readonly note?: string;
  /** True for an edition that a later one of the same question stands for; nothing of it is due. */
  readonly superseded?: boolean;
  readonly title?: string;
  readonly question?: string;
  readonly asOf?: string;
  readonly resolves?: string;
  /** How the question was answered, where it is. */
  readonly resolved?: { readonly title: string; readonly on?: string };
  /** True where the day of the question has passed and the document does not say how it was answered. */
  readonly overdue?: boolean;
  /** In the order of the document, with what the evidence implies for each. */
  readonly scenarios?: readonly FolderScenario[];
  readonly due?: number;
  readonly errors?: number;
  readonly warnings?: number;
}
export interface FolderScenario {
  readonly id: string;
  readonly title: string;
  readonly probability: number;
  readonly residual?: boolean;
}
