// How the pages are built: one bundle for Chromium 87 and later, Element Plus by the piece, no request
// to anything but the program that serves it. The development stub is a server only; it is never built in.
import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import Components from 'unplugin-vue-components/vite'
import { ElementPlusResolver } from 'unplugin-vue-components/resolvers'
import { defineConfig } from 'vitest/config'
import { stub } from './dev/stub.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const server = process.env.ZHENGGAI_SERVER // address of a running program; the stub answers without it

const proxy = server ? { proxy: { '/api': { target: server, changeOrigin: false } } } : {}

export default defineConfig({
  plugins: [
    vue(),
    Components({
      dirs: [],
      dts: 'components.d.ts',
      resolvers: [ElementPlusResolver({ importStyle: 'css' })],
    }),
    ...(server ? [] : [stub()]),
  ],
  resolve: { alias: { '@': here('./src'), '@contract': here('../contract') } },
  server: { fs: { allow: [here('..')] }, ...proxy },
  preview: proxy,
  build: {
    target: 'chrome87',
    cssTarget: 'chrome87',
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 800,
    rolldownOptions: {
      // Libraries in one file that stays cached; one small file for each page.
      output: { codeSplitting: { groups: [{ name: 'libraries', test: /node_modules/ }] } },
    },
  },
  test: {
    environment: 'node', // a test that touches the document asks for jsdom itself
    include: ['src/**/*.test.ts', 'check-floor.test.ts'],
    server: { deps: { inline: ['element-plus'] } },
  },
})
