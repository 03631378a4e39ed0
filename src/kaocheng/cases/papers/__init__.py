"""Papers of a case (办件文书): what each says, composed from forms by edition into `kernel.papers`."""
