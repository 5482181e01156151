// Starts the pages: what old browsers lack, the look, who is signed in, the frame.
import './polyfills'
import 'element-plus/es/components/base/style/css'
import './app/look/tokens.css'
import './app/look/base.css'
import './app/look/element.css'
import './app/look/print.css'
import { createApp } from 'vue'
import { when_signed_out } from '@/api'
import { forget_session, resume_session } from '@/accounts/session'
import { learn_installation } from '@/accounts/installation'
import { provide_parts } from '@/app/parts'
import { make_router } from '@/app/router'
import App from '@/app/App.vue'

async function start(): Promise<void> {
  // Whoever opens the box of opinions does so as nobody, whoever is signed in here.
  const as_nobody = window.location.pathname === '/opinion'
  await Promise.all([as_nobody ? undefined : resume_session(), learn_installation()])
  const router = make_router()
  when_signed_out(() => {
    forget_session()
    const then = router.currentRoute.value.fullPath
    void router.push({ name: 'sign_in', query: { then } })
  })
  const app = createApp(App).use(router)
  provide_parts(app)
  app.mount('#app')
}
void start()
