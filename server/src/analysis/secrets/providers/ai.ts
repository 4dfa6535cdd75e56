import { hasMixedClasses } from '../madeUp.ts';
import type { SecretProvider } from '../types.ts';
import { assigned, spellings } from './assigned.ts';

/** Language models and what belongs to them. */
export const ai: readonly SecretProvider[] = [
  // "T3BlbkFJ" is the base64 of "OpenAI".
  {
    id: 'openai-key',
    name: 'OpenAI API key',
    keywords: ['sk-'],
    body: /[A-Za-z0-9]{20}T3BlbkFJ[A-Za-z0-9]{20}/,
  },
  {
    id: 'openai-project-key',
    name: 'OpenAI API key',
    keywords: ['sk-proj-', 'sk-svcacct-', 'sk-admin-', 'sk-None-', 'sk-service-'],
    body: /[A-Za-z0-9_-]{40,250}/,
    judge: ({ secret }) =>
      secret.includes('T3BlbkFJ') ? 'high' : hasMixedClasses(secret) ? 'medium' : undefined,
  },
  {
    id: 'anthropic-key',
    name: 'Anthropic API key',
    keywords: ['sk-ant-'],
    body: /(?:api|admin|oat|ort|sid)[0-9]{2}-[A-Za-z0-9_-]{80,120}/,
  },
  { id: 'openrouter-key', name: 'OpenRouter API key', keywords: ['sk-or-v1-'], body: /[0-9a-f]{64}/ },
  {
    // DeepSeek, Moonshot and others took over OpenAI's prefix without its mark.
    id: 'ai-secret-key',
    name: 'secret key of a language model service',
    keywords: ['sk-'],
    body: /[A-Za-z0-9]{32,64}/,
    judge: ({ secret }) => (/[0-9]/.test(secret) ? 'medium' : undefined),
  },
  {
    id: 'huggingface-token',
    name: 'Hugging Face token',
    keywords: ['hf_', 'api_org_'],
    body: /[A-Za-z0-9]{34}/,
  },
  { id: 'replicate-token', name: 'Replicate API token', keywords: ['r8_'], body: /[A-Za-z0-9]{37}/ },
  { id: 'groq-key', name: 'Groq API key', keywords: ['gsk_'], body: /[A-Za-z0-9]{52}/ },
  { id: 'perplexity-key', name: 'Perplexity API key', keywords: ['pplx-'], body: /[A-Za-z0-9]{48,56}/ },
  { id: 'xai-key', name: 'xAI API key', keywords: ['xai-'], body: /[A-Za-z0-9]{70,90}/ },
  { id: 'nvidia-key', name: 'NVIDIA API key', keywords: ['nvapi-'], body: /[A-Za-z0-9_-]{60,70}/ },
  {
    id: 'fireworks-key',
    name: 'Fireworks AI key',
    keywords: ['fw_'],
    body: /(?=[A-Za-z]{0,23}[0-9])[A-Za-z0-9]{22,24}/,
    confidence: 'medium',
  },
  { id: 'cerebras-key', name: 'Cerebras API key', keywords: ['csk-'], body: /[a-z0-9]{48}/ },
  {
    id: 'pinecone-key',
    name: 'Pinecone API key',
    keywords: ['pcsk_'],
    body: /[A-Za-z0-9]{4,7}_[A-Za-z0-9]{50,70}/,
  },
  {
    id: 'langfuse-key',
    name: 'Langfuse secret key',
    keywords: ['sk-lf-'],
    body: /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/,
  },
  {
    id: 'langsmith-key',
    name: 'LangSmith API key',
    keywords: ['lsv2_pt_', 'lsv2_sk_'],
    body: /[0-9a-f]{32}_[0-9a-f]{10}/,
  },
  {
    id: 'tavily-key',
    name: 'Tavily API key',
    keywords: ['tvly-dev-', 'tvly-prod-', 'tvly-'],
    body: /[A-Za-z0-9]{32}/,
  },
  { id: 'elevenlabs-key', name: 'ElevenLabs API key', keywords: ['sk_'], body: /[0-9a-f]{48}/ },
  {
    id: 'cohere-key',
    name: 'Cohere API key',
    keywords: spellings('cohere api key', 'co api key'),
    body: assigned('[A-Za-z0-9]{40}'),
  },
  {
    id: 'mistral-key',
    name: 'Mistral API key',
    keywords: spellings('mistral api key'),
    body: assigned('[A-Za-z0-9]{32}'),
  },
  { id: 'apify-token', name: 'Apify token', keywords: ['apify_api_'], body: /[A-Za-z0-9]{36}/ },
  { id: 'firecrawl-key', name: 'Firecrawl API key', keywords: ['fc-'], body: /[0-9a-f]{32}/ },
];
