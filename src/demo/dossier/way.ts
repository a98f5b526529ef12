/** How a dossier comes, or its result goes. */
export type Way = 'direct' | 'online' | 'post' | 'by-proxy' | 'hired-service';
