import { createElement } from 'react';
import { renderPaper, squareCodeImage } from '@/components/reports/render-report';
import type { SurveyItem } from '@/lib/domain/survey';
import { Questionnaire, SurveyPoster, type SurveyPaperHead } from './survey-sheets';

/** The questionnaire as the HTML document that is printed. */
export function renderQuestionnaire(paper: SurveyPaperHead & { readonly items: readonly SurveyItem[] }): string {
  return renderPaper(createElement(Questionnaire, paper));
}

/** The poster as the HTML document that is printed; its code holds the address. */
export function renderSurveyPoster(poster: { readonly paper: SurveyPaperHead; readonly address: string }): string {
  return renderPaper(createElement(SurveyPoster, { ...poster, codeImage: squareCodeImage(poster.address) }));
}
