/**
 * Describes why the disk or its permissions stopped a step of set-up, and what to do.
 *
 * @param {unknown} error  of Node’s file system
 * @returns {string | undefined} one sentence; undefined for any other error
 */
export function describeSystemError(error) {
  const { code, path, syscall } = Object(error)
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return describeFullDisk(path)
    case 'EROFS':
      return describeReadOnlyDisk(path)
    case 'ENOENT': // creating a folder on a read-only disk gives this
      return syscall === 'mkdir' ? describeReadOnlyDisk(path) : undefined
    case 'EACCES':
    case 'EPERM':
      return `This user may not write ${path ?? 'there'}: give this user write permission, or run the course as another user.`
    case 'ENAMETOOLONG':
      return `The path${path ? ` ${path}` : ''} is too long: move the course to a folder with a shorter path.`
    case 'EMFILE':
    case 'ENFILE':
      return `There are too many files open${path ? ` to open ${path}` : ''}: raise the limit (ulimit -n 4096) and start again.`
    case 'EIO':
      return `The disk${path ? ` of ${path}` : ''} has failed: check it and start again.`
    default:
      return undefined
  }
}

/**
 * Does the same for the output of a program that set-up started.
 *
 * @param {string} output
 * @returns {string | undefined}
 */
export function describeSystemOutput(output) {
  if (/ENOSPC|EDQUOT|no space left on device/i.test(output)) return describeFullDisk()
  if (/EROFS|read-only file system/i.test(output)) return describeReadOnlyDisk()
  return undefined
}

/** @param {string} [file] */
const describeFullDisk = (file) => `The disk${file ? ` of ${file}` : ''} is full: free some space and start again.`

/** @param {string} [file] */
const describeReadOnlyDisk = (file) =>
  `The disk${file ? ` of ${file}` : ' of the course'} is read-only: make it writable, or move the course to another disk.`
