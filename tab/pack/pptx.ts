import PptxGenJS from 'pptxgenjs';

export type Pack = PptxGenJS;
export type Page = PptxGenJS.Slide;
export type TableCell = PptxGenJS.TableCell;

export const newPack = (): Pack => new PptxGenJS();
