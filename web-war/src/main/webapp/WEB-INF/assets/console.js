// Every page of the console: keeps what is live alive, and does what buttons and forms say.
import { begin } from './refresh.js';
import { act } from './act.js';
import { watchForms } from './forms.js';

const refresh = begin();
act(refresh);
watchForms(refresh);
