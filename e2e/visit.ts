import { expect, type Page } from '@playwright/test'

/**
 * Opens an address and waits until React has taken over the page and each of its forms: what is typed or clicked before
 * is lost, or sent as a plain form.
 */
export async function visit(page: Page, url: string): Promise<void> {
  await page.goto(url)
  await waitForHydration(page)
}

/** Waits until React has taken over the page and each of its forms, as after `page.reload()`. */
export async function waitForHydration(page: Page): Promise<void> {
  const isHydrated = () =>
    page.evaluate(() => {
      const parts = ['main', 'main form'].flatMap((selector) => [...document.querySelectorAll(selector)])
      // React notes on each element which component it belongs to
      return parts.length > 0 && parts.every((part) => Object.keys(part).some((key) => key.startsWith('__reactFiber$')))
    })
  await expect.poll(isHydrated, `${page.url()} is hydrated`).toBe(true)
  // effects, which add the page's listeners, have run when the browser has nothing else to do
  await page.evaluate(() => new Promise<void>((resolve) => requestIdleCallback(() => resolve(), { timeout: 5_000 })))
}
