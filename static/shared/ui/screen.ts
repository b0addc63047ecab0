/** What lies under all that a frame draws. The first import of every entry: the rules of components come after it. */
import '@atlaskit/css-reset';
import './screen.module.css';
