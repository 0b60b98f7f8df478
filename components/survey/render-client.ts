import { createElement } from 'react';
import { staticMarkup } from '@/components/static-markup';
import { ClientClosed, ClientForm, ClientThanks, type ClientFormProps, type ClientNotice } from './client-page';

const page = (markup: string) => `<!doctype html>${markup}`;

/** The pages for clients as whole HTML documents. */
export const renderClientForm = (props: ClientFormProps) => page(staticMarkup(createElement(ClientForm, props)));

export const renderClientThanks = (props: { notice: ClientNotice; isTablet: boolean; next: string | null }) =>
  page(staticMarkup(createElement(ClientThanks, props)));

export const renderClientClosed = (props: { notice: ClientNotice; isTablet: boolean; title: string; text: string }) =>
  page(staticMarkup(createElement(ClientClosed, props)));
