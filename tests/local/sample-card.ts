/** A card with one of everything the app uses. `who` is the person whose own view it is. */
export const sampleCard = (who?: string) => ({
  type: 'AdaptiveCard',
  version: '1.5',
  refresh: { action: { type: 'Action.Execute', verb: 'refresh', data: { round: 1 } } },
  body: [
    {
      type: 'TextBlock',
      text: who === undefined ? 'How do we work together?' : `Your page, ${who}`,
      size: 'Large',
      weight: 'Bolder',
      wrap: true,
    },
    {
      type: 'TextBlock',
      text: 'Closes **Friday**. Nobody sees *your* answer. <b>not bold</b> [Why](https://example.org/)',
      wrap: true,
    },
    {
      type: 'FactSet',
      facts: [
        { title: 'Hospital trust', value: '3 of 5 have answered' },
        { title: 'Municipality A', value: '2 of 4 have answered' },
      ],
    },
    {
      type: 'Input.ChoiceSet',
      id: 'often',
      label: 'How often do they tell you what you need?',
      style: 'expanded',
      isRequired: true,
      errorMessage: 'Choose one.',
      choices: ['Never', 'Rarely', 'Sometimes', 'Often', 'Always'].map((title, value) => ({ title, value: String(value + 1) })),
    },
    {
      type: 'Input.Text',
      id: 'why',
      label: 'What would help? (optional)',
      isMultiline: true,
      placeholder: 'No names of patients, please',
    },
    { type: 'Input.Date', id: 'when', label: 'By when' },
    {
      type: 'Input.ChoiceSet',
      id: 'owner',
      label: 'Owner',
      value: 'a',
      choices: [
        { title: 'Municipality A leader 1', value: 'a' },
        { title: 'Nobody yet', value: 'b' },
      ],
    },
    { type: 'Input.Toggle', id: 'skip', title: 'We do not work together', label: 'Skip' },
  ],
  actions: [
    {
      type: 'Action.Execute',
      title: 'Save and go on',
      verb: 'save',
      style: 'positive',
      data: { round: 1 },
      fallback: { type: 'Action.Submit', title: 'Save and go on' },
    },
    { type: 'Action.Execute', title: 'Later', verb: 'later', associatedInputs: 'none' },
    { type: 'Action.Submit', title: 'Tell me more', data: { more: true }, associatedInputs: 'none' },
  ],
});
