// The stream of hints while the page is to be seen: one connection a page, given back when it is hidden, because
// a browser keeps only six to one server. Whatever goes wrong is left to the bell, which asks by itself.
import { open_live } from '@/api'

type Source = Pick<EventSource, 'close' | 'addEventListener' | 'readyState'>

export class LivePage {
  private source: Source | null = null

  constructor(
    private readonly on_news: () => void,
    private readonly open: () => Source = open_live,
    private readonly on_changes: () => void = () => {},
  ) {}

  /** To be called whenever the page may have been shown or hidden, and now and then: opens again what was ended. */
  look(hidden: boolean): void {
    if (this.source && (hidden || this.source.readyState === 2)) this.close()
    if (hidden || this.source) return
    this.source = this.open()
    this.source.addEventListener('changes', this.on_changes)
    this.source.addEventListener('messages', this.on_news)
  }
  close(): void {
    this.source?.close()
    this.source = null
  }
}
