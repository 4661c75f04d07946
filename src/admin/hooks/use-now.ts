import { useEffect, useState } from "react"

const MINUTE_MS = 60_000

/** The present instant, a minute at a time: what counts down is drawn again by it. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), MINUTE_MS)
    return () => clearInterval(timer)
  }, [])
  return now
}
