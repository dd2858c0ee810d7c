import type { Host } from './host.ts';
import { Later } from './later.tsx';

interface Props {
  readonly host: Host;
}

const mePage = () => import('./me/me-page.tsx').then(({ MePage }) => MePage);
const configurePage = () => import('./configure/configure-page.tsx').then(({ ConfigurePage }) => ConfigurePage);

/** The personal tab. */
export const MeDoor = (props: Props) => <Later part={mePage} props={props} />;

/** What Teams shows while the channel's tab is being added. */
export const ConfigureDoor = (props: Props) => <Later part={configurePage} props={props} />;
