import { Later } from './later.tsx';
import type { SharedPage } from './share/copy-link.tsx';

const copyLink = () => import('./share/copy-link.tsx').then(({ CopyLink }) => CopyLink);

/** The button that gives out a link to this page. Nothing waits for it: it comes when it comes, or stays away. */
export const ShareDoor = (props: SharedPage) => <Later part={copyLink} props={props} waiting={null} missing={null} />;
