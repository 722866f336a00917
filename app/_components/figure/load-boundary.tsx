'use client'

import { Component, type ReactNode } from 'react'

interface LoadBoundaryProps {
  readonly children: ReactNode
  /** Shown instead of a view that failed; `reset` renders the view again. */
  readonly fallback: (reset: () => void) => ReactNode
}

/** An error boundary that keeps a view which can’t be loaded or rendered from taking down the page. */
export class LoadBoundary extends Component<LoadBoundaryProps, { readonly hasFailed: boolean }> {
  override state = { hasFailed: false }

  static getDerivedStateFromError() {
    return { hasFailed: true }
  }

  override render(): ReactNode {
    if (!this.state.hasFailed) return this.props.children
    return this.props.fallback(() => this.setState({ hasFailed: false }))
  }
}
