'use client'

import { Component, type ReactNode } from 'react'

interface LoadBoundaryProps {
  readonly children: ReactNode
  /** What stands there in place of a view that failed; `reset` shows the view again. */
  readonly fallback: (reset: () => void) => ReactNode
}

/** Keeps a view that can't be loaded or drawn from taking the page with it. */
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
