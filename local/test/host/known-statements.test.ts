import { Known } from '../../host/sql/known';

test('what a short statement became is made once, and that of a long one each time', () => {
  const known = new Known<{ text: string }>();
  const made: string[] = [];
  const make = (text: string) =>
    known.of(text, () => {
      made.push(text);
      return { text };
    });
  const long = `INSERT INTO item (id) VALUES ${'(?), '.repeat(1_000)}(?)`;
  expect(make('SELECT 1')).toBe(make('SELECT 1'));
  expect(make(long)).toEqual(make(long));
  expect(made).toEqual(['SELECT 1', long, long]);
});
