/** Hears what becomes of changed supergraphs. */
export interface SupergraphObserver {
  /** It serves now. */
  onTaken: () => void;
  /** The one before serves on. */
  onRefused: (fault: unknown) => void;
  /** The file holds again what serves. */
  onMended: () => void;
}
