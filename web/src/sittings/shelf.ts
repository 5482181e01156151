// A place in this browser for what must not be lost: written to the disk before put() is done, so that it outlives a
// closed window, a crash and a power cut. Local storage is written seconds later and does not.

const database = 'zhenggai'
const table = 'unsent'

export interface Shelf<Row> {
  put: (name: string, row: Row) => Promise<void>
  take_away: (name: string) => Promise<void>
  /** Of all names that begin so. */
  list: (beginning: string) => Promise<Row[]>
}

function open(): Promise<IDBDatabase> {
  return new Promise((done, failed) => {
    const asked = indexedDB.open(database, 1)
    asked.onupgradeneeded = () => asked.result.createObjectStore(table)
    asked.onsuccess = () => done(asked.result)
    asked.onerror = () => failed(asked.error)
  })
}

/** One transaction, with what `act` asked for once all of it is on the disk. */
async function within<T>(
  mode: IDBTransactionMode,
  act: (rows: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const store = await open()
  try {
    return await new Promise<T>((done, failed) => {
      const transaction = store.transaction(table, mode, { durability: 'strict' })
      const asked = act(transaction.objectStore(table))
      transaction.oncomplete = () => done(asked.result)
      transaction.onabort = () => failed(transaction.error)
    })
  } finally {
    store.close()
  }
}

export const disk_shelf = <Row>(): Shelf<Row> => ({
  put: async (name, row) => void (await within('readwrite', (rows) => rows.put(row, name))),
  take_away: async (name) => void (await within('readwrite', (rows) => rows.delete(name))),
  list: (beginning) =>
    within<Row[]>('readonly', (rows) =>
      rows.getAll(IDBKeyRange.bound(beginning, beginning + '\uffff')),
    ),
})
