'use client'

import { useEffect, useRef } from 'react'
import { useTheme } from './use-theme.ts'

interface HeatCanvasProps {
  readonly className: string | undefined
  /** n × n weights in one array; nothing is drawn without them. */
  readonly weights: Float32Array | undefined
  readonly n: number
}

/** Weights as pixels, one a cell; the style sheet scales it and gives the color of weight 1. */
export function HeatCanvas({ className, weights, n }: HeatCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const theme = useTheme()
  // biome-ignore lint/correctness/useExhaustiveDependencies: another theme has another color
  useEffect(() => {
    const context = canvas.current?.getContext('2d')
    if (!canvas.current || !context) return
    canvas.current.width = canvas.current.height = Math.max(n, 1)
    if (!weights) return
    // the canvas reads any CSS color: one pixel of it gives red, green and blue
    context.fillStyle = getComputedStyle(canvas.current).color
    context.fillRect(0, 0, 1, 1)
    const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data
    const image = context.createImageData(n, n)
    weights.forEach((weight, i) => void image.data.set([red, green, blue, Math.round(255 * weight)], 4 * i))
    context.putImageData(image, 0, 0)
  }, [weights, n, theme])
  return <canvas ref={canvas} className={className} width={1} height={1} />
}
