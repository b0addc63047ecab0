/** What a style sheet is to tests that draw components in Node. */
export default {};
