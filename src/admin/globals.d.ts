/** Where the admin finds its server: filled in when the host builds its dashboard. */
declare const __BACKEND_URL__: string
