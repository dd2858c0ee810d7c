import type { Identity } from './identity.ts';
import { lifetime } from './identity.ts';
import { readBody, sendJson, type Route } from './http.ts';

const scope = 'https://api.botframework.com/.default';

/** The four addresses of the login service: two key sets, their descriptions, and client credentials for the bot. */
export function identityRoutes(identity: Identity, bot: { botId: string; botTenantId: string; botSecret: string }): Route {
  return async ({ req, res, url }) => {
    const path = url.pathname;
    if (req.method === 'GET' && path === '/v1/.well-known/openidconfiguration') sendJson(res, 200, identity.openIdMetadata());
    else if (req.method === 'GET' && path === '/v1/.well-known/keys') sendJson(res, 200, identity.connectorKeys());
    else if (req.method === 'GET' && path === '/common/discovery/v2.0/keys') sendJson(res, 200, identity.tabKeys());
    else {
      const [, tenant = '', ...rest] = path.split('/');
      const tail = rest.join('/');
      if (req.method === 'GET' && tail === 'v2.0/.well-known/openid-configuration')
        sendJson(res, 200, identity.loginMetadata(tenant));
      else if (req.method === 'POST' && tail === 'oauth2/v2.0/token')
        await token(tenant, new URLSearchParams(String(await readBody(req))), res);
      else return false;
    }
    return true;
  };

  async function token(tenant: string, form: URLSearchParams, res: Parameters<typeof sendJson>[0]): Promise<void> {
    const no = (status: number, error: string, description: string) => {
      sendJson(res, status, { error, error_description: description });
    };
    // A single-tenant bot asks its own tenant; botframework.com is where the SDK asks unless told otherwise.
    if (tenant !== bot.botTenantId && tenant !== 'botframework.com') no(400, 'invalid_request', `Tenant '${tenant}' not found.`);
    else if (form.get('grant_type') !== 'client_credentials')
      no(400, 'unsupported_grant_type', 'Only client_credentials is served here.');
    else if (form.get('client_id') !== bot.botId) no(400, 'unauthorized_client', 'Application was not found in the directory.');
    else if (form.get('client_secret') !== bot.botSecret) no(401, 'invalid_client', 'Invalid client secret provided.');
    else if (!(form.get('scope') ?? '').split(' ').includes(scope)) no(400, 'invalid_scope', 'The scope is not valid.');
    else
      sendJson(res, 200, {
        token_type: 'Bearer',
        expires_in: lifetime,
        ext_expires_in: lifetime,
        access_token: await identity.botToken(),
      });
  }
}
