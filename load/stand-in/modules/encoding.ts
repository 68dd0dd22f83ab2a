const encoding = {
  b64decode: (text: string) => Uint8Array.from(Buffer.from(text, 'base64')).buffer,
  b64encode: (input: string | ArrayBuffer) =>
    (typeof input === 'string' ? Buffer.from(input) : Buffer.from(input)).toString('base64'),
};
export default encoding;
