import { useCallback, useLayoutEffect, useRef } from "react"

/**
 * Medusa's drawers and modals give the focus back only to a trigger of their own. One that is opened otherwise gives it
 * back to what had it: the answer is its content's `onCloseAutoFocus`.
 */
export function useFocusReturn(open = true): (event: Event) => void {
  const before = useRef<Element | null>(null)
  // A layout effect runs before the dialog takes the focus.
  useLayoutEffect(() => {
    if (open) before.current = document.activeElement
  }, [open])
  return useCallback((event) => {
    event.preventDefault()
    if (before.current instanceof HTMLElement) before.current.focus()
  }, [])
}
