/**
 * The whole look of the client's page: it comes with the page, so that a cheap phone on a slow line asks for nothing else. Small screens write
 * in the phone's own font; larger ones, a tablet at the desk, fetch ours.
 */
export const CLIENT_CSS = `
:root{color-scheme:light dark;--paper:#fbfaf7;--surface:#fff;--ink:#1a1d21;--soft:#474c54;--rule:#dfdbd2;--control:#7d838c;--accent:#1f4e8c;--on:#fff;--chosen:#e4ecf7;--bad:#a33a0d}
@media (prefers-color-scheme:dark){:root{--paper:#14171b;--surface:#1b1f25;--ink:#eceae5;--soft:#bcc0c7;--rule:#2f353d;--control:#79818c;--accent:#93b8ee;--on:#0d1a2d;--chosen:#1d2c44;--bad:#f6a27a}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:1.0625rem/1.9 system-ui,Tahoma,sans-serif}
main,aside{max-width:46rem;margin:0 auto;padding:1rem}
aside{padding-bottom:0;color:var(--soft);font-size:.875rem}
h1{font-size:1.5rem;line-height:1.6;margin:.5rem 0}
h2{font-size:1.125rem;margin:0}
p{margin:.5rem 0}
.muted{color:var(--soft);font-size:.9375rem}
.part{margin-top:2rem;border-top:2px solid var(--ink);padding-top:.75rem}
.head{display:flex;justify-content:space-between;align-items:baseline;gap:1rem}
.head span{color:var(--soft);font-size:.875rem;white-space:nowrap}
.meter{height:.5rem;border-radius:.25rem;background:var(--rule);overflow:hidden;margin-top:.375rem}
.meter i{display:block;height:100%;background:var(--accent)}
fieldset{border:0;margin:1.25rem 0 0;padding:0;min-width:0}
legend{font-weight:700;padding:0;margin-bottom:.375rem}
legend small{display:block;font-weight:400;font-size:.8125rem;color:var(--soft)}
.a{display:grid;gap:.375rem}
label{display:flex;align-items:center;gap:.75rem;min-height:3rem;padding:.25rem .875rem;border:1px solid var(--control);border-radius:.5rem;background:var(--surface);cursor:pointer}
input{width:1.375rem;height:1.375rem;margin:0;flex:none;accent-color:var(--accent)}
label:has(:checked){border-color:var(--accent);background:var(--chosen);font-weight:700}
label:focus-within{outline:3px solid #d98a00;outline-offset:2px}
button,.button{display:block;width:100%;min-height:3.25rem;margin-top:2rem;border:0;border-radius:.5rem;background:var(--accent);color:var(--on);font:inherit;font-weight:700;cursor:pointer;text-align:center;text-decoration:none;padding:.625rem 1rem}
button:focus-visible,a:focus-visible{outline:3px solid #d98a00;outline-offset:2px}
.bad{border:2px solid var(--bad);border-radius:.5rem;padding:.5rem .875rem;font-weight:700}
a{color:var(--accent)}
footer{margin-top:2.5rem;font-size:.875rem}
footer a{display:inline-block;padding:.5rem 0}
@font-face{font-family:Vazirmatn;src:url(/fonts/Vazirmatn.woff2) format("woff2");font-weight:100 900;font-display:swap}
@media (min-width:44rem){body{font-family:Vazirmatn,Tahoma,sans-serif}.a{grid-template-columns:repeat(5,1fr)}label{flex-direction:column;justify-content:center;text-align:center;gap:.25rem;padding:.625rem .25rem;line-height:1.5}}
`;
