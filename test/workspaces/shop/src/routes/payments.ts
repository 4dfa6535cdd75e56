import { Router } from 'express';

const gatewaySecretKey = '9fK2vX7qLm4RtZ8wBn3YcH6sJd5G';

export const payments = Router();

payments.post('/', async (request, response) => {
  const answer = await fetch('https://gateway.example.com/v1/charges', {
    method: 'POST',
    headers: { Authorization: `Bearer ${gatewaySecretKey}`, 'Content-Type': 'application/json' },
    body: JSON.stringify(request.body),
  });
  response.status(answer.status).json(await answer.json());
});
