import { closeSync, constants, existsSync, fsyncSync, openSync, renameSync, rmSync, statSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import { type AboutBackup, aboutName, backupFormat, backupVersion, type Entry, sectionName, sumsName, sumsOf } from "./backup-file";
import { blockBytes, padding, tarEnd, tarHeader } from "./tar";

/** A backup in the making, beside the file that it becomes: that one is there whole or not at all. */
export class BackupDraft {
  /** Readable by its user only: it holds what the databases hold. */
  readonly path: string;
  private readonly entries: Entry[] = [];
  private readonly modified = Math.floor(Date.now() / 1000);

  constructor(
    private readonly file: string,
    { project, divisions }: Pick<AboutBackup, "project" | "divisions">,
    private readonly replace: boolean,
  ) {
    this.refuseToReplace();
    if (statSync(file, { throwIfNoEntry: false })?.isDirectory()) throw new Error(`${file} is a folder; a backup is a file.`);
    this.path = `${file}.unfinished-${process.pid}`;
    const about: AboutBackup = { format: backupFormat, version: backupVersion, madeAt: new Date().toISOString(), project, divisions };
    this.writing(() => closeSync(openSync(this.path, "wx", 0o600)));
    this.add(aboutName, Buffer.from(`${JSON.stringify(about)}\n`));
  }

  /** An entry that another process adds to the end of the draft; its header is filled in afterwards. Gives what that process gave. */
  async addSection(division: string, append: (draft: string) => Promise<number>): Promise<number> {
    const at = this.end;
    this.write(Buffer.alloc(blockBytes), at);
    const code = await append(this.path);
    if (code === 0) this.complete(sectionName(division), at);
    return code;
  }

  /** Waits until all of it is on the disk, and only then gives it its name. Gives its size. */
  async finish(): Promise<number> {
    this.add(sumsName, Buffer.from(await sumsOf(this.path, this.entries)));
    this.write(tarEnd, this.end);
    const bytes = this.end;
    this.refuseToReplace();
    this.writing(() => {
      sync(this.path, constants.O_RDWR);
      renameSync(this.path, this.file);
      sync(dirname(this.file), constants.O_RDONLY);
    });
    return bytes;
  }

  discard = (): void => rmSync(this.path, { force: true });

  private refuseToReplace(): void {
    if (!this.replace && existsSync(this.file)) throw new Error(`${this.file} is there already. Give another name, or --force to replace it.`);
  }

  private get end(): number {
    return statSync(this.path).size;
  }

  private add(name: string, content: Buffer): void {
    const at = this.end;
    this.write(Buffer.concat([Buffer.alloc(blockBytes), content]), at);
    this.complete(name, at);
  }

  private complete(name: string, at: number): void {
    const from = at + blockBytes;
    const bytes = this.end - from;
    this.write(tarHeader({ name, bytes, modified: this.modified }), at);
    this.write(Buffer.alloc(padding(bytes)), from + bytes);
    this.entries.push({ name, from, bytes });
  }

  private write(content: Buffer, at: number): void {
    this.writing(() => {
      const draft = openSync(this.path, constants.O_RDWR);
      try {
        for (let written = 0; written < content.length; ) written += writeSync(draft, content, written, content.length - written, at + written);
      } finally {
        closeSync(draft);
      }
    });
  }

  private writing(work: () => void): void {
    try {
      work();
    } catch (error) {
      throw new Error(`${this.file} cannot be written: ${reasonOf(error as NodeJS.ErrnoException, dirname(this.file))}`, { cause: error });
    }
  }
}

const reasonOf = ({ code, message }: NodeJS.ErrnoException, folder: string) => {
  if (code === "ENOENT") return `there is no folder ${folder}. Make it, or name another one.`;
  if (code === "EACCES" || code === "EPERM") return `whoever runs this may not write in ${folder}.`;
  return message;
};

function sync(path: string, flags: number): void {
  const opened = openSync(path, flags);
  try {
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
}
