import { view } from '@forge/bridge';

/** A form of one field: the day. */
const form = document.createElement('form');
const day = document.createElement('input');
day.type = 'date';
day.setAttribute('aria-label', 'Day');
const save = document.createElement('button');
save.textContent = 'Save';
form.append(day, save);
form.addEventListener('submit', (event) => {
  event.preventDefault();
  void view.submit({ config: { day: day.value, label: 'the audit' } });
});
document.body.append(form);
