/** Look-alikes: what reads like a secret's name and holds none. */
const apiKeyHeader = 'X-Api-Key';
const messages = { password: 'Enter your password', token: 'TOKEN_EXPIRED' };

export async function sendReceipt(to: string): Promise<void> {
  const options = { apiKey: '3b9e57c41fa8d06ca81f5e0c9d3b47e2', from: 'shop@example.com' };
  const answer = await fetch('https://mail.example.com/send', {
    method: 'POST',
    headers: { [apiKeyHeader]: options.apiKey },
    body: JSON.stringify({ to, from: options.from }),
  });
  if (!answer.ok) throw new Error(messages.token);
}
